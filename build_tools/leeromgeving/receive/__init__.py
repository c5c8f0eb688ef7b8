"""Takes answers and views: what is accepted, what a free text may hold, the web application."""
