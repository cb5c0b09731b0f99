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
	dir := documents()
	if dir == "" {
		var err error
		if dir, err = os.UserHomeDir(); err != nil {
			return "", fmt.Errorf("finding the workspace: %w: name one with --workspace", err)
		}
	}
	return filepath.Join(dir, "Delegation Briefing"), nil
}
