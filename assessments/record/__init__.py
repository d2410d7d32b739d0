"""The record of one assessment: everything in it as JSON with a schema, and its files, in a ZIP.

``writing`` makes it, ``schema`` says what it looks like, ``reading`` opens one that came from
somewhere else. A record names nothing by the numbers of its installation, so the same assessment
gives the same content, and the same hash, wherever it is.
"""
