"""
The papers of a training: letter, lists, payments and reports, as PDF and Excel.

They go to agencies and into archives, so their own words are Indonesian and not
translated. Each paper is `Table`s and facts (`lists.py`, `payments.py`,
`reports.py`), printed by `printing.py` and written as Excel by `workbooks.py`.
"""
