"""News for feed readers and calendars: Atom, JSON Feed and iCalendar."""

from bantin.publish.feeds.calendar import calendar_file
from bantin.publish.feeds.channels import Channel, channels
from bantin.publish.feeds.outputs import Feeds, feed_outputs
from bantin.publish.feeds.tasks import task_outputs

__all__ = ["Channel", "Feeds", "calendar_file", "channels", "feed_outputs", "task_outputs"]
