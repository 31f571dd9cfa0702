"""Small repairs of built HTML: names, roles and frames that themes and Markdown leave out.

`mend(html)` in `pages` is the way in; it takes a page of any engine and is the same done twice.
May import nothing of ours. Must never know which engine built a page, nor change a word a reader sees.
"""
