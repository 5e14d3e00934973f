"""What the text of a page says: dates, people, parties, programmes, documents.

``article`` reads a page field by field: ``citations``; ``event_date`` (with ``date_scoring`` and
``year_inference``); ``meeting_types``, ``periods`` and ``review_time``; ``parties`` (with
``participation``); ``programmes``; persons are a room of their own.
"""
