"""Measures of what is spoken of: tables to tables. No Streamlit, no drawing, no files."""
