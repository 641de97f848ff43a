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
	if ok, err := d.painted(); ok || err != nil {
		t.Errorf("painted = %v, %v, want an empty display", ok, err)
	}
}
