"""From a project to a published site: the pipeline and its outputs."""
