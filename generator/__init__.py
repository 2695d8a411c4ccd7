"""gongshi: publish what a service hall owes its residents."""
