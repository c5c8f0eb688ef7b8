"""Alembic's entry: runs the migrations on the connection that `connect` hands over."""

from alembic import context

from leeromgeving.store.tables import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
with context.begin_transaction():
    context.run_migrations()
