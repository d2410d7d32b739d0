"""The demonstration: invented people and matters that show every state of the work.

The tables (``people``, ``matters``, ``programmes``) are data in Finnish and Swedish; ``story``
tells them through the same actions that people use, so the history behind every page is real.
"""
