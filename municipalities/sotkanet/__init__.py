"""THL's Sotkanet: asking the service, reading its answers, and keeping the figures.

``client`` is the only module that speaks HTTP; ``answers`` turns what was sent into values or says
what is wrong with it; ``importing`` writes them, all or nothing.
"""
