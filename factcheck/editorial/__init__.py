"""From findings to what an editor has to look at: rules, severities, suppressions, baselines."""
