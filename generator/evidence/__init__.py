"""What a quotation proves and what the evidence supports: quotations, dates, values, sentences, voices, status.

`weigh(dossier)` in `weighing` is the way in. May import reading, the model and problems. Must never write a problem
message about a file or know a page: it gives values, `checking` judges them.
"""
