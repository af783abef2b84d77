"""Front matter: found, read safely, repaired where it is damaged."""
