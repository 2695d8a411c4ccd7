"""What of finished cases is public: who may be named, which small numbers stay hidden, figures, charts, rows."""
