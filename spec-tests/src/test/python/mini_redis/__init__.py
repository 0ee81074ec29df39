"""A small Redis in Python, as a workshop participant might write it: one asyncio coroutine per connection."""
