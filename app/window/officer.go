package window

import "os/user"

// officer is who sits before the window, by the name of her account; "" where
// the system does not say.
func officer() string {
	u, err := user.Current()
	if err != nil {
		return ""
	}
	if u.Name != "" {
		return u.Name
	}
	return u.Username
}
