package main

import (
	"os/exec"
	"testing"
)

func TestEmptyDisplayIsNotPainted(t *testing.T) {
	for _, name := range []string{"Xvfb", "openbox"} {
		if _, err := exec.LookPath(name); err != nil {
			t.Skipf("%s is not installed; make test installs it", name)
		}
	}
	d, err := openDisplay(t.Context(), t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	defer d.close()
	if d.painted() {
		t.Error("painted = true, want false: the display is empty")
	}
}
