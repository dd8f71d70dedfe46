"""Reports: findings as plain data, as text for a terminal, and the trace behind them.

Nothing is exported here, so that a text report does not pay for the others.
"""
