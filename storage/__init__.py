# SPDX-License-Identifier: MIT
"""What is known and remembered: the model, the encrypted file, the log, the acts. No Qt, no ReportLab."""
