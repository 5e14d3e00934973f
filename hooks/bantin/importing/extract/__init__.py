"""Files of any kind as blocks of text, before anything in them is recognised.

``files`` opens a file by its content and hands it to ``word``, ``webpage`` or ``plain_text``, which
return the ``blocks``; text is decoded by ``decoding`` and ``legacy_encodings``.
"""
