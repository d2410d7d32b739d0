"""Lists stand in the order that Finnish and Swedish readers expect."""

from municipalities.collation import sort_key


def test_the_swedish_letters_come_last_in_their_order():
    names = ["Öölanti", "Ähtäri", "Åbo", "Zeta", "Anna", "Élodie", "Eva", "Yrjö", "Über"]
    assert sorted(names, key=sort_key) == [
        "Anna",
        "Élodie",
        "Eva",
        "Über",
        "Yrjö",
        "Zeta",
        "Åbo",
        "Ähtäri",
        "Öölanti",
    ]
