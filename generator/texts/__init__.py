"""All Chinese wording of the program: for residents, for posters, for clerks. Data only, no logic."""
