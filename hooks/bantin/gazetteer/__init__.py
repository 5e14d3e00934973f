"""Names of places and agencies in running text, and the registry records they may mean.

``evidence`` holds what was read and the words it was read from; ``phrases`` finds known names;
``places`` knows provinces and districts; ``agency_kinds`` knows what agencies are called without
their place, ``agencies`` finds them in a text, ``resolution`` decides which record each one is.
"""
