"""Releases: a built site is copied, verified and put live in one step, and taken back as quickly.

``store`` does it, with ``tree`` (digests and copies), ``verify`` (what may go live), ``links``
(links and anchors within a site) and ``compression`` (copies in gzip and Brotli).
"""
