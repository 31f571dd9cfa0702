"""What is written to the disk: single files, whole folders, emitted pages, built sites that are mended or replaced.

whole_files, whole_folders -> emitting, rewriting, replacing; placing and clashing say what may stand where.
May import `site` and everything below it. Must never know MkDocs, nor what a page says.
"""
