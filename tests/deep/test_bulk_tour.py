"""300 people in one mail: the skip list, the panel and the undo in the browser."""

from odoo.tests import tagged

from odoo.addons.ats_core.tests.test_bulk_tours import TestBulkTours


@tagged("post_install", "-at_install")
class TestBulkTourOf300(TestBulkTours):
    people = 300

    test_move_and_back_keeps_the_selection = None
