"""The first tables."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Bring a store to this version."""
    op.create_table(
        "bezoek",
        sa.Column("dag", sa.Text(), nullable=False),
        sa.Column("pad", sa.Text(), nullable=False),
        sa.Column("herkomst", sa.Text(), nullable=False),
        sa.Column("bron", sa.Text(), nullable=False),
        sa.Column("levering", sa.Text(), nullable=False),
        sa.Column("weergaven", sa.Integer(), nullable=False),
        sa.Column("eerste", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("dag", "pad", "herkomst", "bron", "levering"),
    )
    op.create_table(
        "inzending",
        sa.Column("sleutel", sa.Text(), nullable=False),
        sa.Column("vragenlijst", sa.Text(), nullable=False),
        sa.Column("module", sa.Text(), nullable=False),
        sa.Column("dag", sa.Text(), nullable=False),
        sa.Column("instelling", sa.Text(), nullable=False),
        sa.Column("bron", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("sleutel"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "levering",
        sa.Column("sleutel", sa.Text(), nullable=False),
        sa.Column("bron", sa.Text(), nullable=False),
        sa.Column("bestand", sa.Text(), nullable=False),
        sa.Column("dag", sa.Text(), nullable=False),
        sa.Column("van", sa.Text(), nullable=False),
        sa.Column("tot", sa.Text(), nullable=False),
        sa.Column("gelezen", sa.Integer(), nullable=False),
        sa.Column("geteld", sa.Integer(), nullable=False),
        sa.Column("weggelaten", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("sleutel"),
    )
    op.create_table(
        "oefenresultaat",
        sa.Column("sleutel", sa.Text(), nullable=False),
        sa.Column("dag", sa.Text(), nullable=False),
        sa.Column("module", sa.Text(), nullable=False),
        sa.Column("oefening", sa.Text(), nullable=False),
        sa.Column("gehaald", sa.Integer(), nullable=True),
        sa.Column("score", sa.Double(), nullable=True),
        sa.Column("bron", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("sleutel"),
    )
    op.create_table(
        "antwoord",
        sa.Column("sleutel", sa.Text(), nullable=False),
        sa.Column("veld", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("vragenlijst", sa.Text(), nullable=False),
        sa.Column("module", sa.Text(), nullable=False),
        sa.Column("dag", sa.Text(), nullable=False),
        sa.Column("instelling", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["sleutel"], ["inzending.sleutel"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("sleutel", "veld", "code"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "tekst",
        sa.Column("sleutel", sa.Text(), nullable=False),
        sa.Column("veld", sa.Text(), nullable=False),
        sa.Column("tekst", sa.Text(), nullable=False),
        sa.Column("staat", sa.Text(), nullable=False),
        sa.Column("redenen", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["sleutel"], ["inzending.sleutel"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("sleutel", "veld"),
    )
    op.create_index("tekst_staat", "tekst", ["staat"], unique=False)
