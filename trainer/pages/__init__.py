"""Pages that leave Ringback: read, heard and printed in any browser, without us and without a network."""
