package main

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

// A display is an X server whose picture lies in a file (Xvfb -fbdir), so that
// looking at it costs the measured program nothing.
type display struct {
	name   string
	server *exec.Cmd
	manage *exec.Cmd
	file   *os.File
}

// openDisplay starts a display with a window manager on it.
func openDisplay(ctx context.Context, dir string) (*display, error) {
	number, reply, err := os.Pipe()
	if err != nil {
		return nil, err
	}
	defer number.Close()
	d := &display{server: exec.CommandContext(ctx, "Xvfb", "-displayfd", "3", "-screen", "0", "1200x800x24", "-nolisten", "tcp", "-fbdir", dir)}
	d.server.ExtraFiles = []*os.File{reply}
	if err := d.server.Start(); err != nil {
		return nil, fmt.Errorf("start Xvfb, which make test installs: %w", err)
	}
	reply.Close()
	var n int
	if _, err := fmt.Fscan(number, &n); err != nil {
		return nil, fmt.Errorf("no display from Xvfb: %w", err)
	}
	d.name = fmt.Sprintf(":%d", n)
	if d.file, err = os.Open(filepath.Join(dir, "Xvfb_screen0")); err != nil {
		return nil, err
	}
	d.manage = exec.CommandContext(ctx, "openbox")
	d.manage.Env = append(os.Environ(), "DISPLAY="+d.name)
	return d, d.manage.Start()
}

func (d *display) close() {
	for _, c := range []*exec.Cmd{d.manage, d.server} {
		_ = c.Process.Kill() // it may have ended
		_ = c.Wait()
	}
	d.file.Close()
}

// painted reports whether there is a window with text on the black display: not
// black in a quarter of the picture, and of many colours, as text is at its
// edges. It looks at every fourth line.
func (d *display) painted() (bool, error) {
	const colors = 40
	var head [100]byte
	if _, err := d.file.ReadAt(head[:], 0); err != nil {
		return false, err
	}
	word := func(i int) int { return int(binary.BigEndian.Uint32(head[4*i:])) }
	start, line, height := word(0)+12*word(19), word(12), word(5) // xwd: header, colour map, picture
	if line < 4 || height <= 0 {
		return false, errors.New("the display's picture is not in the form of xwd")
	}
	seen := make(map[uint32]bool)
	buf := make([]byte, line)
	var filled, all int
	for y := 0; y < height; y += 4 {
		if _, err := d.file.ReadAt(buf, int64(start+y*line)); err != nil {
			return false, err
		}
		for x := 0; x+4 <= line; x += 4 {
			all++
			if c := binary.LittleEndian.Uint32(buf[x:]) & 0xffffff; c != 0 {
				filled++
				seen[c] = true
			}
		}
	}
	return filled > all/4 && len(seen) >= colors, nil
}

// untilPainted waits until a window is painted, and returns how long that took.
func (d *display) untilPainted(ctx context.Context, from time.Time) (time.Duration, error) {
	for ctx.Err() == nil {
		ok, err := d.painted()
		if err != nil {
			return 0, err
		}
		if ok {
			return time.Since(from), nil
		}
		time.Sleep(time.Millisecond)
	}
	return 0, fmt.Errorf("nothing was painted: %w", ctx.Err())
}

// press sends a key to the window that has the focus.
func (d *display) press(ctx context.Context, keys ...string) error {
	c := exec.CommandContext(ctx, "xdotool", append([]string{"key", "--clearmodifiers"}, keys...)...)
	c.Env = append(os.Environ(), "DISPLAY="+d.name)
	if out, err := c.CombinedOutput(); err != nil {
		return fmt.Errorf("press %s: %w: %s", strings.Join(keys, " "), err, out)
	}
	return nil
}
