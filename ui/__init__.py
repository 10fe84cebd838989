"""The screens. With app.py and the simulator's mount, the only place that knows Streamlit."""
