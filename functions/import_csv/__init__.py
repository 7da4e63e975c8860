"""A company confirmed its file of results -> every row is heard, and the file is gone."""
