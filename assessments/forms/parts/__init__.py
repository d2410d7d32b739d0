"""The parts of an assessment as forms: tables of tables, fields from the catalogue, sections."""
