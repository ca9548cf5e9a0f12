#!/usr/bin/python3
"""A bare WebKitGTK window that WebKitWebDriver starts and steers.

The window that comes with WebKitGTK forgets everything when it is steered. This one remembers in the folder it is given, as
a browser does, so that a killed one can be opened again; everything else is as WebKitGTK has it.
"""
import os
import gi

gi.require_version("Gtk", "3.0")
gi.require_version("WebKit2", "4.1")
from gi.repository import GLib, Gtk, WebKit2

profile = os.environ["VAKTBOK_PROFILE"]
downloads = os.environ["VAKTBOK_DOWNLOADS"]

manager = WebKit2.WebsiteDataManager(base_data_directory=f"{profile}/data", base_cache_directory=f"{profile}/cache")
context = WebKit2.WebContext.new_with_website_data_manager(manager)
context.set_automation_allowed(True)
context.set_preferred_languages(["nb-NO"])
settings = WebKit2.Settings(enable_write_console_messages_to_stdout=True)


def show_view(_session):
    view = WebKit2.WebView(web_context=context, settings=settings, is_controlled_by_automation=True)
    window = Gtk.Window(default_width=1280, default_height=860)
    window.add(view)
    window.show_all()
    return view


def on_automation(_context, session):
    info = WebKit2.ApplicationInfo()
    info.set_name("vaktbok-window")
    info.set_version(1, 0, 0)
    session.set_application_info(info)
    session.connect("create-web-view", show_view)


def on_download(_context, download):
    download.connect("decide-destination", lambda _download, name: download.set_destination(GLib.filename_to_uri(f"{downloads}/{name}")))


context.connect("automation-started", on_automation)
context.connect("download-started", on_download)
Gtk.main()
