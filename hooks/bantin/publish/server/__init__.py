"""How the portal wants to be served: headers for any server, and ready parts for nginx."""

from bantin.publish.server.outputs import server_outputs

__all__ = ["server_outputs"]
