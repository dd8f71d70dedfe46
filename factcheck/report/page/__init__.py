"""The page of `--format html`: what is shown of a draft, apart from how it looks.

The modules here make plain values; `*.jinja`, `style.css` and `script.js` beside them make a page
of these. Whatever a template writes is escaped by Jinja, and cleaned of control characters.
"""
