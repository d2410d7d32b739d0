"""What people do with proposals and assessments, one function for each act."""
