"""The site while an editor works on it: an edit shows on the page that is looked at first, and then on all others.

`pages` knows which pages are as the fact files say, `server` puts it between MkDocs' server and a reader, `turns` lets
who asks go first. May import `site`, watching and mkdocs. Must never know a rule or a word of a page.
"""
