"""How a person moves through the light assessment: the same hands for every journey."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

NO = (
    *("share", "network", "access", "journey", "environment", "vulnerable", "unequal"),
    *("permanent", "contested", "strategic", "previous", "type_trigger", "individual"),
)


def write(page: Page, name: str, text: str) -> None:
    """Type into the one control of this name."""
    page.locator(f'[name="{name}"]').fill(text)


def choose(page: Page | Locator, name: str, value: str) -> None:
    page.locator(f'[name="{name}"][value="{value}"]').check()


def answer(scope: Page | Locator, name: str, value: str | list[str]) -> None:
    """Answer one question, however it is asked: typed, chosen in a list, ticked."""
    control = scope.locator(f'[name="{name}"]')
    if control.first.evaluate("each => each.tagName") == "SELECT":
        control.select_option(value)
    elif control.first.get_attribute("type") in ("radio", "checkbox"):
        for each in [value] if isinstance(value, str) else value:
            choose(scope, name, each)
    else:
        control.fill(value)


def unfold(page: Page) -> None:
    """Open every fold, as somebody who reads the whole page does."""
    page.evaluate("document.querySelectorAll('main details').forEach((each) => each.open = true)")


def fill_in(page: Page, answers: dict[str, str | list[str]]) -> None:
    """Answer questions of a page and wait until they are saved."""
    unfold(page)
    for name, value in answers.items():
        answer(page, name, value)
    settle(page)


def settle(page: Page) -> None:
    """Wait until the script has saved everything: what is unsaved is kept on the device."""
    page.evaluate("document.activeElement.blur()")
    page.wait_for_function(
        "() => !Object.keys(localStorage).some((key) => key.startsWith('lava:'))"
    )
    expect(page.locator("[data-save-state]")).not_to_be_empty()


def press(page: Page, selector: str) -> None:
    """Press a button that leads to another page or back to this one."""
    with page.expect_navigation():
        page.locator(selector).first.click()


def screen(page: Page) -> None:
    """Answer the screening so that a light assessment is suggested."""
    for key in NO:
        choice = page.locator(f'[name="scr.{key}"][value="no"]')
        if choice.count():
            choice.check()
    choose(page, "scr.affects", "direct")
    choose(page, "scr.count", "10-49")
    choose(page, "scr.money", "yes")
    settle(page)
    page.wait_for_load_state("networkidle")


def add(page: Page, kind: str, values: dict[str, str | list[str]], button: str = "") -> None:
    """Add one row and fill it in where it opens."""
    press(page, f"#{button or f'add-{kind}'}")
    fill_last(page, kind, values)


def fill_last(page: Page, kind: str, values: dict[str, str | list[str]]) -> None:
    card = page.locator(f'article[id^="{kind}-"]:has([data-slot])').last
    row = card.get_attribute("id")
    for field, value in values.items():
        # The row's own field, not that of a row inside its card.
        answer(card, f"{row}-{field}", value)
    settle(page)


def open_row(page: Page, card_id: str) -> None:
    """Open a closed row in place."""
    card = page.locator(f"#{card_id}")
    if card.locator("[data-slot]").count() == 0:
        card.locator("a").first.click()
        expect(card.locator("[data-slot]").first).to_be_visible()


def explain_irrelevant(page: Page, reason: str) -> None:
    """Say of every dimension that does not matter why it does not."""
    if page.locator("#dimensions[open]").count() == 0:
        page.locator("#dimensions > summary").click()
    for scope in page.locator("#dimensions .scope").all():
        if not scope.locator('[type="checkbox"]').is_checked():
            scope.locator('[name$="-reason"]').fill(reason)
    settle(page)


def fill_matrix(page: Page, directions: list[tuple[str, str]]) -> None:
    """Every cell of the matrix, alternative by alternative: direction and magnitude."""
    columns = len(directions)
    cells = page.locator("#matrix tbody td[id^='cell-']")
    ids = [each.get_attribute("id") for each in cells.all()]
    for position, cell in enumerate(ids):
        direction, magnitude = directions[position % columns]
        page.locator(f"#{cell} a").click()
        panel = page.locator("tr[data-panel-row]:visible")
        panel.locator(f'[name$="direction"][value="{direction}"]').check()
        panel.locator(f'[name$="magnitude"][value="{magnitude}"]').check()
        panel.locator('[name$="text"]').fill("Perustelu: kyselyn ja tilastojen mukaan.")
        settle(page)
        panel.locator("button[data-panel-close]").click()
        expect(panel).to_have_count(0)


# --- With the keyboard alone ---------------------------------------------------------------------


def tab_to(page: Page, selector: str, limit: int = 150) -> None:
    """Press Tab until the focus is on ``selector``, as somebody without a mouse does."""
    for _press in range(limit):
        if page.evaluate("chosen => document.activeElement?.matches(chosen)", selector):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"the Tab key does not reach {selector}")


def type_into(page: Page, name: str, text: str) -> None:
    tab_to(page, f'[name="{name}"]')
    page.keyboard.type(text)


def pick(page: Page, name: str, value: str) -> None:
    """Choose in a list or among round buttons with the arrow keys."""
    tab_to(page, f'[name="{name}"]')
    is_list = page.evaluate("document.activeElement.tagName") == "SELECT"
    if not is_list:
        page.keyboard.press("Space")
    for _press in range(30):
        if page.evaluate("document.activeElement.value") == value:
            return
        page.keyboard.press("ArrowDown")
    raise AssertionError(f"the arrow keys do not reach {value} in {name}")


def enter_key(page: Page, selector: str) -> None:
    tab_to(page, selector)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def type_day(page: Page, name: str, iso: str) -> None:
    """The parts of a date in the order of a browser that was started in English."""
    year, month, day = iso.split("-")
    type_into(page, name, month + day + year)
