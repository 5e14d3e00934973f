"""Blocks of a file as an article: boilerplate removed, title, lead, photos and byline told apart.

``boilerplate`` removes what a portal prints around an article (with ``boilerplate_patterns`` and
``other_articles``) and collects its dates (``date_lines``, ``page_dates``, ``printed_dates``);
``segmentation`` then finds the parts of an ``ImportPage`` (``titles``, ``captions``, ``byline``);
``truecasing`` rewrites a title in capitals. ``line_types`` judges single lines.
"""
