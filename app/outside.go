package app

import (
	"encoding/json"
	"fmt"
	"net/url"

	"fyne.io/fyne/v2"

	"afterword/app/profile"
)

// An outside is where URLs and clipboard writes of our buttons go: to the
// desktop, or as JSON lines into the file of AFTERWORD_OPEN.
type outside struct {
	file string
	app  fyne.App
}

func newOutside(p *profile.Profile, a fyne.App) *outside {
	return &outside{p.OpenFile, a}
}

// open shows a web page or hands a letter to the mail program.
func (o *outside) open(address string) error {
	if o.file != "" {
		return o.note(map[string]string{"url": address})
	}
	u, err := url.Parse(address)
	if err != nil {
		return fmt.Errorf("open address: %w", err)
	}
	return o.app.OpenURL(u)
}

// copy puts text on the clipboard.
func (o *outside) copy(text string) error {
	if o.file != "" {
		return o.note(map[string]string{"clipboard": text})
	}
	o.app.Clipboard().SetContent(text)
	return nil
}

func (o *outside) note(line map[string]string) error {
	b, err := json.Marshal(line)
	if err != nil {
		return err
	}
	return appendLine(o.file, b)
}
