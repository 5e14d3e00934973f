"""What a file is read into, blocks of text, and what readers of every kind of file share.

Text is decoded by ``decoding`` and ``legacy_encodings``; ``plain_text`` reads text without markup.
"""
