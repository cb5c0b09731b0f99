package window

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"net"
	"os"
	"path/filepath"
	"runtime"
	"time"
)

// bell is how a second start of the program on a workspace reaches the first:
// it hands over the files it was to open, and ends. The bell is a socket in a
// folder of the officer's own, which nobody else can ring.
type bell struct{ listener net.Listener }

// call is what is said through the bell.
type call struct {
	Open []string // absolute paths; none: only come to the front
}

// heard answers a call.
type heard struct{ OK bool }

// patience is how long either side waits for the other.
const patience = 2 * time.Second

// ring hands files over to the window that is open on a workspace, and reports
// whether there is one and it took them.
func ring(workspace string, files ...string) bool {
	name, err := bellName(workspace)
	if err != nil {
		return false
	}
	var said call
	for _, file := range files {
		if file, err = filepath.Abs(file); err != nil {
			return false
		}
		said.Open = append(said.Open, file)
	}
	conn, err := net.DialTimeout("unix", name, patience)
	if err != nil {
		return false
	}
	defer conn.Close()
	yieldFront()
	if conn.SetDeadline(time.Now().Add(patience)) != nil || json.NewEncoder(conn).Encode(said) != nil {
		return false
	}
	var answer heard
	return json.NewDecoder(conn).Decode(&answer) == nil && answer.OK
}

// hangBell has open called with the files that a later start hands over, on a
// goroutine of its own. It is an error where another window has the bell.
func hangBell(workspace string, open func(files []string)) (*bell, error) {
	name, err := bellName(workspace)
	if err != nil {
		return nil, err
	}
	if err := os.MkdirAll(filepath.Dir(name), 0o700); err != nil {
		return nil, fmt.Errorf("listening for later starts: %w", err)
	}
	listener, err := net.Listen("unix", name)
	if err != nil && !answered(name) { // what is left of a window that was killed
		_ = os.Remove(name) // where it cannot be, listening fails again and says so
		listener, err = net.Listen("unix", name)
	}
	if err != nil {
		return nil, fmt.Errorf("listening for later starts: %w", err)
	}
	if err := os.Chmod(name, 0o600); err != nil && runtime.GOOS != "windows" { // there it is the folder that keeps others out
		listener.Close()
		return nil, fmt.Errorf("listening for later starts: %w", err)
	}
	b := &bell{listener}
	go b.wait(open)
	return b, nil
}

// answered reports whether somebody is at the other end of a socket.
func answered(name string) bool {
	conn, err := net.DialTimeout("unix", name, patience)
	if err != nil {
		return false
	}
	conn.Close()
	return true
}

// wait answers calls until the bell is taken down.
func (b *bell) wait(open func([]string)) {
	for {
		conn, err := b.listener.Accept()
		if err != nil {
			return
		}
		b.answer(conn, open)
	}
}

func (b *bell) answer(conn net.Conn, open func([]string)) {
	defer conn.Close()
	var said call
	if conn.SetDeadline(time.Now().Add(patience)) != nil || json.NewDecoder(conn).Decode(&said) != nil {
		return
	}
	open(said.Open)
	_ = json.NewEncoder(conn).Encode(heard{true}) // who has gone meanwhile opens them twice
}

// close takes the bell down; nil is none, and one that is down stays so.
func (b *bell) close() {
	if b != nil {
		_ = b.listener.Close()
	}
}

// bellName is the socket's place, for this officer and this workspace.
func bellName(workspace string) (string, error) {
	dir := os.Getenv("XDG_RUNTIME_DIR")
	if dir == "" {
		var err error
		if dir, err = os.UserCacheDir(); err != nil {
			return "", fmt.Errorf("finding a folder for the bell: %w", err)
		}
	}
	workspace, err := filepath.Abs(workspace)
	if err != nil {
		return "", fmt.Errorf("finding the workspace: %w", err)
	}
	if real, err := filepath.EvalSymlinks(workspace); err == nil {
		workspace = real
	}
	sum := sha256.Sum256([]byte(workspace))
	return filepath.Join(dir, "delegation-briefing", "desk-"+hex.EncodeToString(sum[:8])), nil
}
