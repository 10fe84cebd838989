"""The search engine « TrouveTout »."""
