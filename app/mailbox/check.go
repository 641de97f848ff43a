package mailbox

import (
	"context"

	"afterword/data"
)

// A Checked is what a connection test found.
type Checked struct {
	Folders []data.Folder // the Sent folder and the INBOX, which are always watched
	// Offered are Junk, Archive and All Mail as far as they are there, to be chosen,
	// and where no Sent folder is known those that may be it.
	Offered []data.Folder
}

// Test connects as the account says and tells each step as it goes. It opens
// the INBOX read-only and changes nothing.
func Test(ctx context.Context, a Account, step func(Step)) (Checked, error) {
	s, err := open(ctx, a, step)
	if err != nil {
		return Checked{}, err
	}
	defer s.drop()
	step(Step{StepOpened, StepRunning})
	list, err := s.listed(ctx)
	if err == nil {
		_, err = s.examine(ctx, "INBOX")
	}
	if err != nil {
		step(Step{StepOpened, StepFailed})
		return Checked{}, err
	}
	step(Step{StepOpened, StepOK})
	s.leave(ctx)
	var c Checked
	for _, f := range recognised(list) {
		if f.Role == "inbox" || f.Role == "sent" {
			c.Folders = append(c.Folders, f)
		} else {
			c.Offered = append(c.Offered, f)
		}
	}
	if c.Folders[0].Role != "sent" {
		c.Offered = append(others(list), c.Offered...)
	}
	return c, nil
}
