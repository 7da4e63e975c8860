"""The relay in this process: the synthesized template decides what sets what off.

Routes, rules, filters, queues, handler paths and environments are read from the template, so a
wrong one fails here. Delivery is the tests' own: late, twice, out of order, or cut off.
"""
