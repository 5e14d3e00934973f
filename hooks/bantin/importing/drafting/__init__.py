"""From what was recognised to a draft an editor confirms."""
