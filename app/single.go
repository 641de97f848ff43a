package app

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"hash/fnv"
	"io"
	"net"
	"os"
	"path/filepath"
	"time"

	"github.com/gofrs/flock"
)

// A single is the claim of one window on one home. A second start finds it
// taken, and hands its arguments over.
type single struct {
	lock     *flock.Flock
	listener net.Listener
}

// errTaken reports that another window of this home took the arguments.
var errTaken = errors.New("the window is already open")

// claim takes the home for this process. When another process has it, the
// arguments are handed to that one and the error is errTaken.
func claim(ctx context.Context, home string, args []string) (*single, error) {
	if err := os.MkdirAll(home, 0o700); err != nil {
		return nil, fmt.Errorf("make the home folder %s: %w", home, err)
	}
	lock := flock.New(filepath.Join(home, "window.lock"))
	got, err := lock.TryLock()
	if err != nil {
		return nil, fmt.Errorf("lock the home folder %s: %w", home, err)
	}
	socket := socketPath(home)
	if !got {
		if err := handOver(ctx, socket, args); err != nil {
			return nil, fmt.Errorf("another window has %s but does not answer: %w", home, err)
		}
		return nil, errTaken
	}
	_ = os.Remove(socket) // left behind by a window that was killed
	listener, err := (&net.ListenConfig{}).Listen(ctx, "unix", socket)
	if err != nil {
		_ = lock.Unlock()
		return nil, fmt.Errorf("listen for a second start: %w", err)
	}
	return &single{lock, listener}, nil
}

// socketPath keeps the path short: a Unix socket's name has about 100 bytes.
func socketPath(home string) string {
	if path := filepath.Join(home, "window.sock"); len(path) < 100 {
		return path
	}
	h := fnv.New64a() // enough to tell homes apart
	_, _ = h.Write([]byte(home))
	return filepath.Join(os.TempDir(), fmt.Sprintf("afterword-%x.sock", h.Sum64()))
}

func handOver(ctx context.Context, socket string, args []string) error {
	conn, err := (&net.Dialer{Timeout: 3 * time.Second}).DialContext(ctx, "unix", socket)
	if err != nil {
		return err
	}
	defer conn.Close()
	if args == nil {
		args = []string{}
	}
	if err := json.NewEncoder(conn).Encode(args); err != nil {
		return err
	}
	_, err = bufio.NewReader(conn).ReadString('\n')
	return err
}

// serve calls raise with the arguments of each second start, from a goroutine of
// its own, until the claim is released.
func (s *single) serve(raise func(args []string)) {
	for {
		conn, err := s.listener.Accept()
		if err != nil {
			return
		}
		go answer(conn, raise) // a caller that says nothing keeps no other waiting
	}
}

// answerTime is how long a second start has to say its files and take the answer,
// and mostSaid how much it may say, in bytes.
const answerTime, mostSaid = 2 * time.Second, 1 << 20

func answer(conn net.Conn, raise func(args []string)) {
	defer conn.Close()
	defer time.AfterFunc(answerTime, func() { _ = conn.Close() }).Stop()
	var args []string
	if json.NewDecoder(io.LimitReader(conn, mostSaid)).Decode(&args) != nil {
		return
	}
	raise(args)
	_, _ = conn.Write([]byte("ok\n")) // a caller that left needs no answer
}

// release gives the home up.
func (s *single) release() {
	_ = s.listener.Close()
	_ = s.lock.Unlock()
}
