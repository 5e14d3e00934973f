"""The editing desk: a local web service to bring in, write, see and publish articles.

``desk`` does what an editor asks for, with the functions of the command line: import, check,
accept, compile. ``working_copies`` keeps what is typed and not yet saved, ``sessions`` says who is
editing what, ``history`` keeps versions, ``preview`` renders the page as it will be. ``web`` is the
service over HTTP; it holds no rule of its own.
"""
