"""A hall's list of services (事项清单): from sheets, forms and exports to a YAML each, and back to a workbook."""
