package command

import (
	"fmt"
	"os"
	"path/filepath"
)

// WorkspaceVariable names the environment variable that says where the
// workspace is, when --workspace does not.
const WorkspaceVariable = "DELEGATION_BRIEFING_WORKSPACE"

// workspaceDir is the folder the office works in: the one asked for, or else
// "Delegation Briefing" among the officer's documents.
func (d *Desk) workspaceDir() (string, error) {
	if d.workspace != "" {
		return d.workspace, nil
	}
	if dir := os.Getenv(WorkspaceVariable); dir != "" {
		return dir, nil
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return "", fmt.Errorf("finding the workspace: %w: name one with --workspace", err)
	}
	documents := filepath.Join(home, "Documents")
	if info, err := os.Stat(documents); err == nil && info.IsDir() {
		home = documents
	}
	return filepath.Join(home, "Delegation Briefing"), nil
}
