"""The store opens on both databases, at the newest version, with the tables that the code knows."""

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from leeromgeving.store import connect
from leeromgeving.store.tables import metadata


def test_migrations_make_the_tables_that_the_code_knows(store_url: str) -> None:
    engine = connect(store_url)
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []
    engine.dispose()


def test_opening_again_changes_nothing(store_url: str) -> None:
    connect(store_url).dispose()
    connect(store_url).dispose()
