"""Installing our addons on a database that holds native Recruitment data, and uninstalling them."""

import pytest

pytest.register_assert_rewrite("tests.install.tests")
