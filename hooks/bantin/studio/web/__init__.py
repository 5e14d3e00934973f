"""The desk over HTTP: routes, who may come in, and what each answer must not allow."""
